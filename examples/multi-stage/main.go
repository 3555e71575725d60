// Command clock answers with the time of day in the zone that is asked for.
package main

import (
	"fmt"
	"net/http"
	"time"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		zone, err := time.LoadLocation(r.URL.Query().Get("zone"))
		if err != nil {
			http.Error(w, "unknown zone", http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, time.Now().In(zone).Format(time.RFC1123))
	})
	panic(http.ListenAndServe(":8080", nil))
}
