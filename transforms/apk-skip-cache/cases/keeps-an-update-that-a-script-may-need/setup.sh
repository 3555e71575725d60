#!/bin/sh
apk add curl
