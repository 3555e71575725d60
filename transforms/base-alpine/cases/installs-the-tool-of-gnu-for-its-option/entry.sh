#!/bin/sh
set -e
curl -fsS "$FEED" > /data/feed
ls -la /data
