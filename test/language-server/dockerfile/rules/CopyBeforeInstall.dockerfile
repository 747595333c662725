#--- the bad example of its page
FROM node:24
WORKDIR /app
COPY . .
#    ^^^ CopyBeforeInstall 💡
RUN npm ci
#--- the good example of its page
FROM node:24
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
#--- installed before, only the list copied, packages by name
FROM node:24
COPY package.json ./
RUN npm ci
COPY . .
RUN npm ci
FROM node:24
COPY package.json ./
RUN npm ci
FROM node:24
COPY . .
RUN npm install -g pnpm
#--- Python, into a folder, with an owner
FROM python:3.14
COPY --chown=1000 . /app/
#                 ^^^^^^^ CopyBeforeInstall 💡
RUN pip install -r requirements.txt
#--- what stands between keeps it from moving
FROM golang:1.26
COPY . .
#    ^^^ CopyBeforeInstall
WORKDIR /app
RUN go mod download && go build
#--- from another stage
FROM node:24 AS src
FROM node:24
COPY --from=src . .
RUN npm ci
