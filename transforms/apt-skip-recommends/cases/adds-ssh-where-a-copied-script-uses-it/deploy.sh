#!/bin/sh
git push git@example.com:team/site.git main
