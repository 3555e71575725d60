// Package count counts words.
package count

import (
	"sort"
	"strings"
)

// Word is a word and how often it occurs.
type Word struct {
	Text  string
	Times int
}

// Words gives the words of a text, the most frequent first.
func Words(text string) []Word {
	times := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		times[word]++
	}
	var words []Word
	for word, count := range times {
		words = append(words, Word{word, count})
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		return a.Times > b.Times || a.Times == b.Times && a.Text < b.Text
	})
	return words
}
