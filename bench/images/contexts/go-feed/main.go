// A feed reader's back end: serves entries from a file that is part of the program, with times in a configured zone.
package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
	_ "time/tzdata"
)

//go:embed static/entries.json
var files embed.FS

type entry struct {
	Title string    `json:"title"`
	At    time.Time `json:"at"`
}

func entries(zone *time.Location) ([]string, error) {
	text, err := files.ReadFile("static/entries.json")
	if err != nil {
		return nil, err
	}
	var all []entry
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, err
	}
	var lines []string
	for _, one := range all {
		lines = append(lines, fmt.Sprintf("%s %s", one.At.In(zone).Format("2006-01-02 15:04"), one.Title))
	}
	return lines, nil
}

func main() {
	zone, err := time.LoadLocation(os.Getenv("FEED_ZONE"))
	if err != nil {
		log.Fatal(err)
	}
	if len(os.Args) > 1 {
		lines, err := entries(zone)
		if err != nil {
			log.Fatal(err)
		}
		for _, line := range lines {
			fmt.Println(line)
		}
		return
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		lines, _ := entries(zone)
		json.NewEncoder(w).Encode(lines)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:18201", nil))
}
