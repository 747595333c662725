#--- the bad example of its page
FROM centos:7
#    ^^^^^^^^ EndOfLifeBaseImage 💡
#--- the good example of its page
FROM rockylinux/rockylinux:9
#--- newest ones, unknown ones, a digest, without a version
FROM node
FROM node:lts-alpine
FROM python:3
FROM kim/centos:7
FROM centos@sha256:5ce5f501c457015c4b91f91a15ac69157d9b06f1a75cf9107bf2b62e0843983a
#--- by number, by name, under a variant, through a variable
ARG V=3.8
FROM debian:10
#    ^^^^^^^^^ EndOfLifeBaseImage 💡
FROM debian:stretch-slim
#    ^^^^^^^^^^^^^^^^^^^ EndOfLifeBaseImage
FROM node:14-alpine
#    ^^^^^^^^^^^^^^ EndOfLifeBaseImage 💡
FROM python:${V}
#    ^^^^^^^^^^^ EndOfLifeBaseImage
FROM golang:1.26-buster
#    ^^^^^^^^^^^^^^^^^^ EndOfLifeBaseImage
FROM docker.io/library/php:7.4-fpm
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ EndOfLifeBaseImage 💡
#--- an image that is gone
FROM openjdk:17
#    ^^^^^^^^^^ EndOfLifeBaseImage 💡
FROM java:8
#    ^^^^^^ EndOfLifeBaseImage 💡
#--- words that every object of JavaScript has are no names of systems
FROM app:1.2-constructor
FROM java:8
#    ^^^^^^ EndOfLifeBaseImage 💡
