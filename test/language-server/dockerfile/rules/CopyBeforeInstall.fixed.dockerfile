#--- the bad example of its page
FROM node:24
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
#--- Python, into a folder, with an owner
FROM python:3.14
COPY --chown=1000 requirements.txt /app/
RUN pip install -r requirements.txt
COPY --chown=1000 . /app/
