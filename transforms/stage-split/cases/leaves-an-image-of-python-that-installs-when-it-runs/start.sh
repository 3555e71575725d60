#!/bin/sh
pip install -r extra.txt
exec python app.py
