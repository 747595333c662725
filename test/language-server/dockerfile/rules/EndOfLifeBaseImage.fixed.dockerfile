#--- the bad example of its page
FROM rockylinux/rockylinux:9
#--- by number, by name, under a variant, through a variable
ARG V=3.8
FROM debian:13
FROM debian:stretch-slim
FROM node:24-alpine
FROM python:${V}
FROM golang:1.26-buster
FROM docker.io/library/php:8.5-fpm
#--- an image that is gone
FROM eclipse-temurin:17-jdk
FROM eclipse-temurin:8-jdk
#--- words that every object of JavaScript has are no names of systems
FROM app:1.2-constructor
FROM eclipse-temurin:8-jdk
