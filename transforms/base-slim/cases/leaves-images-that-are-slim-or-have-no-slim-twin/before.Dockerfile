FROM python:3.12-slim AS a
FROM node:22-alpine AS b
FROM golang:1.22 AS c
FROM php:8.3-apache AS d
FROM ubuntu:24.04 AS e
FROM ghcr.io/acme/python:3.12
