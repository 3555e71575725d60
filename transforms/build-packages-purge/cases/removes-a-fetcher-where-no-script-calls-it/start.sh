#!/bin/sh
exec /usr/local/bin/tool --serve
