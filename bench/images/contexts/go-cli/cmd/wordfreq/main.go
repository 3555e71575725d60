// Prints how often each word of its input occurs.
package main

import (
	"fmt"
	"io"
	"os"

	"example.com/wordfreq/internal/count"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "--help" {
		fmt.Println("usage: wordfreq < text")
		return
	}
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, word := range count.Words(string(text)) {
		fmt.Printf("%4d %s\n", word.Times, word.Text)
	}
}
