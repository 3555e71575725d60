import { wordsIn } from './words.js'

/**
 * Modules of Go that are C inside, and do nothing or do not build without it.
 * Source: the modules' own documentation, as of November 2026.
 */

/** The first module that `go.mod` names and that is known to need a C compiler. */
export const findCgoModule = (goMod: string): string | undefined =>
  modules.find((name) => new RegExp(`(^|\\s)${name.replaceAll('.', '\\.')}(/\\S*)?\\s+v`, 'm').test(goMod))

const modules = wordsIn(`
  github.com/mattn/go-sqlite3 github.com/confluentinc/confluent-kafka-go gopkg.in/confluentinc/confluent-kafka-go.v1
  github.com/DataDog/zstd github.com/valyala/gozstd github.com/godror/godror github.com/mattn/go-oci8
  github.com/linxGnu/grocksdb github.com/tecbot/gorocksdb github.com/google/gopacket github.com/libgit2/git2go
  github.com/davidbyttow/govips github.com/h2non/bimg gopkg.in/gographics/imagick.v2 gopkg.in/gographics/imagick.v3
  gocv.io/x/gocv github.com/pebbe/zmq4 github.com/zeromq/goczmq github.com/miekg/pkcs11 github.com/ibmdb/go_ibm_db
  github.com/alexbrainman/odbc github.com/chai2010/webp github.com/marcboeker/go-duckdb github.com/go-gl/gl
  github.com/go-gl/glfw github.com/hajimehoshi/ebiten github.com/veandco/go-sdl2 rogchap.com/v8go github.com/rogchap/v8go
  github.com/wasmerio/wasmer-go github.com/bytecodealliance/wasmtime-go github.com/coreos/go-systemd/v22/sdjournal
  github.com/seccomp/libseccomp-golang github.com/mutecomm/go-sqlcipher
  github.com/otiai10/gosseract github.com/gordonklaus/portaudio github.com/msteinert/pam github.com/lestrrat-go/libxml2`)
