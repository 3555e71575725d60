{
  "targets": [
    {
      "target_name": "digest",
      "sources": ["digest.c"],
      "cflags": ["<!@(pkg-config --cflags libsodium)"],
      "libraries": ["<!@(pkg-config --libs libsodium)"]
    }
  ]
}
