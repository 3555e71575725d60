#!/bin/sh
# Copies all branches and tags of one repository to another: mirror FROM TO
set -e
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet --mirror "$1" "$work"
git -C "$work" push --quiet --mirror "$2"
git -C "$work" for-each-ref --format='%(refname)'
