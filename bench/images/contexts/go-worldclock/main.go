// Prints noon in Lisbon as other cities see it.
package main

import (
	"fmt"
	"log"
	"time"
)

func main() {
	lisbon, err := time.LoadLocation("Europe/Lisbon")
	if err != nil {
		log.Fatal(err)
	}
	noon := time.Date(2026, 7, 1, 12, 0, 0, 0, lisbon)
	for _, city := range []string{"Asia/Tokyo", "America/Lima"} {
		zone, err := time.LoadLocation(city)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(city, noon.In(zone).Format(time.Kitchen))
	}
}
