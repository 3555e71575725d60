package main

import (
	"html/template"
	"log"
	"net/http"
	"sync"
)

var (
	page    = template.Must(template.ParseFiles("templates/guests.html"))
	lock    sync.Mutex
	entries []string
)

// Shows who was here, and takes a name by POST.
func guests(w http.ResponseWriter, r *http.Request) {
	lock.Lock()
	defer lock.Unlock()
	if name := r.PostFormValue("name"); name != "" {
		entries = append(entries, name)
	}
	if err := page.Execute(w, entries); err != nil {
		log.Print(err)
	}
}

func main() {
	http.HandleFunc("/", guests)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
