// Greets in the language that the environment names; the texts lie in a folder of that name.
package main

import (
	"html/template"
	"log"
	"os"
)

func main() {
	language := os.Getenv("LANG")
	if len(language) < 2 {
		language = "en"
	}
	page, err := template.ParseGlob(language[:2] + "/*")
	if err != nil {
		log.Fatal(err)
	}
	page.Execute(os.Stdout, "Ada")
}
