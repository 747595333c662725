#--- the bad example of its page
FROM node:24-alpine
RUN apk add --no-cache git
#--- through a stage, in a variant
FROM python:3.14-alpine AS base
FROM base
RUN apt-get update
FROM ubuntu:24.04
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
FROM fedora:43
RUN dnf install -y git && dnf clean all
#--- a tutorial for another system, in a RUN that only installs
FROM alpine:3.24
RUN apk add --no-cache curl git
FROM debian:13
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
FROM rockylinux/rockylinux:9
RUN dnf install -y httpd && dnf clean all
