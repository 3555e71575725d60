#!/bin/bash
set -euo pipefail
host=$(curl -fsS "$INVENTORY_URL" | jq -r .primary)
rsync -az -e ssh "backup@$host:/srv/" "/backup/$(date +%F)/"
