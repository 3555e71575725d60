// Says where the mail of its own user lies: the user is called like the first half of the program.
package main

import (
	"fmt"
	"log"
	"os"
	"os/user"
	"path/filepath"
	"strings"
)

func main() {
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), "box")
	owner, err := user.Lookup(name)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(owner.Username, owner.HomeDir)
}
