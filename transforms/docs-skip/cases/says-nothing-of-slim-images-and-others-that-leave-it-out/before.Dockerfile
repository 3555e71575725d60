FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y git
FROM ubuntu:24.04
RUN apt-get update && apt-get install -y git
FROM php:8.3-apache
RUN apt-get update && apt-get install -y git
