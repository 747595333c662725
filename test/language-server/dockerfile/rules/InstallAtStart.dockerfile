#--- the bad example of its page
FROM node:24
CMD npm install && npm start
#   ^^^^^^^^^^^^^^^^^^^^^^^^ InstallAtStart
#--- the good example of its page
FROM node:24
RUN npm ci
CMD ["npm", "start"]
#--- a program's own words
FROM node:24
CMD ["npm", "start"]
FROM node:24
CMD ["node", "install.js"]
#--- in the JSON form
FROM python:3.14
ENTRYPOINT ["sh", "-c", "pip install -r r.txt && python app.py"]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InstallAtStart
