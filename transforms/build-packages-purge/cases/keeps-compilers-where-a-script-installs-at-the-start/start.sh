#!/bin/sh
# Plug-ins bring what they need.
find /conf -name requirements.txt -exec pip install -r {} \;
exec python -m service
