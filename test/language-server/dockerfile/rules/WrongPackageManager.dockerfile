#--- the bad example of its page
FROM node:24-alpine
RUN apt-get update && apt-get install -y git
#   ^^^^^^^ WrongPackageManager 💡
#--- the good example of its page
FROM node:24-alpine
RUN apk add --no-cache git
#--- the right one, unknown images, asked for first, installed
FROM alpine:3.22
RUN apk add git
FROM node:24
RUN apt-get update
FROM kim/app:1
RUN apk add git
FROM debian:13
RUN command -v apk && apk add git || apt-get install -y git
FROM debian:13
RUN apt-get install -y dnf && dnf install git
#--- through a stage, in a variant
FROM python:3.14-alpine AS base
FROM base
RUN apt-get update
#   ^^^^^^^ WrongPackageManager
FROM ubuntu:24.04
RUN apk add git
#   ^^^ WrongPackageManager 💡
FROM fedora:43
RUN apt install git
#   ^^^ WrongPackageManager 💡
#--- a tutorial for another system, in a RUN that only installs
FROM alpine:3.24
RUN apt-get update && \
#   ^^^^^^^ WrongPackageManager 💡
    apt-get install -y curl git=1:2.* && \
    rm -rf /var/lib/apt/lists/*
FROM debian:13
RUN apk add --no-cache curl
#   ^^^ WrongPackageManager 💡
FROM rockylinux/rockylinux:9
RUN apt-get update; apt-get install -y httpd
#   ^^^^^^^ WrongPackageManager 💡
#--- what does more is left to its author
FROM alpine:3.24
RUN apt-get update && make install
#   ^^^^^^^ WrongPackageManager
