// Reads pairs of Dockerfiles as JSON from stdin, and answers for each with what BuildKit's own parser reads in them.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type pair struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

type answer struct {
	Before reading `json:"before"`
	After  reading `json:"after"`
}

// A reading is an error, or all instructions of a file.
type reading struct {
	Error        string        `json:"error,omitempty"`
	Warnings     []string      `json:"warnings,omitempty"`
	Instructions []instruction `json:"instructions,omitempty"`
}

type instruction struct {
	// The number of the stage from 0; -1 in front of the first FROM.
	Stage   int      `json:"stage"`
	Keyword string   `json:"keyword"`
	Flags   []string `json:"flags"`
	// The lines it stands on, here-documents included, from 1.
	Lines [2]int `json:"lines"`
	// The text that the shell of a RUN is given; nil for any other instruction and for the exec form.
	Shell *string `json:"shell,omitempty"`
	// All that the instruction says, whatever way it is written.
	Value any `json:"value"`
}

type base struct {
	Image, Name, Platform string
}

func main() {
	in := json.NewDecoder(bufio.NewReaderSize(os.Stdin, 1<<20))
	buffer := bufio.NewWriterSize(os.Stdout, 1<<20)
	out := json.NewEncoder(buffer)
	out.SetEscapeHTML(false)
	for {
		var p pair
		err := in.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = out.Encode(answer{Before: read(p.Before), After: read(p.After)})
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if err := buffer.Flush(); err != nil {
		os.Exit(1)
	}
}

func read(text string) (r reading) {
	defer func() {
		if fault := recover(); fault != nil {
			r = reading{Error: fmt.Sprint("panic: ", fault)}
		}
	}()
	result, err := parser.Parse(bytes.NewReader([]byte(text)))
	if err != nil {
		return reading{Error: err.Error()}
	}
	for _, warning := range result.Warnings {
		r.Warnings = append(r.Warnings, warning.Short)
	}
	warn := func(rule, _, _, message string, _ []parser.Range) {
		r.Warnings = append(r.Warnings, rule+": "+message)
	}
	if _, _, err = instructions.Parse(result.AST, linter.New(&linter.Config{Warn: warn})); err != nil {
		return reading{Error: err.Error()}
	}
	stage := -1
	for _, node := range result.AST.Children {
		parsed, err := instructions.ParseInstructionWithLinter(node, linter.New(&linter.Config{}))
		if err != nil {
			return reading{Error: err.Error()}
		}
		if _, isFrom := parsed.(*instructions.Stage); isFrom {
			stage++
		}
		r.Instructions = append(r.Instructions, describe(node, parsed, stage))
	}
	return r
}

func describe(node *parser.Node, parsed any, stage int) instruction {
	i := instruction{
		Stage:   stage,
		Keyword: strings.ToUpper(node.Value),
		Flags:   append([]string{}, node.Flags...),
		Lines:   [2]int{node.StartLine, node.EndLine},
		Value:   parsed,
	}
	switch c := parsed.(type) {
	case *instructions.Stage:
		i.Value = base{Image: c.BaseName, Name: c.Name, Platform: c.Platform}
	case *instructions.RunCommand:
		i.Value = c.ShellDependantCmdLine
		if c.PrependShell && len(c.Files) == 0 {
			text := strings.Join(c.CmdLine, " ")
			i.Shell = &text
		}
	}
	return i
}
