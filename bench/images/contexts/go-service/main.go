// A service that shortens addresses: POST one, get a name; GET the name, be sent there.
package main

import (
	"fmt"
	"hash/fnv"
	"io"
	"log"
	"net/http"
	"sync"
)

type shortener struct {
	sync.Mutex
	targets map[string]string
}

func (s *shortener) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.Lock()
	defer s.Unlock()
	if r.Method == http.MethodPost {
		body, _ := io.ReadAll(r.Body)
		hash := fnv.New32a()
		hash.Write(body)
		name := fmt.Sprintf("%08x", hash.Sum32())
		s.targets[name] = string(body)
		fmt.Fprintln(w, name)
		return
	}
	if target, known := s.targets[r.URL.Path[1:]]; known {
		http.Redirect(w, r, target, http.StatusFound)
		return
	}
	http.NotFound(w, r)
}

func main() {
	log.Fatal(http.ListenAndServe("127.0.0.1:18106", &shortener{targets: map[string]string{}}))
}
