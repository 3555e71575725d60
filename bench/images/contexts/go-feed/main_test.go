package main

import (
	"testing"
	"time"
)

func TestEntriesAreInTheirZone(t *testing.T) {
	lines, err := entries(time.UTC)
	if err != nil || len(lines) != 2 || lines[0] != "2026-03-01 11:00 Spring" {
		t.Fatal(lines, err)
	}
}
