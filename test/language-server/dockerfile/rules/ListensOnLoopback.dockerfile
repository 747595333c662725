#--- the bad example of its page
FROM python:3.13-slim
CMD ["flask", "run"]
#   ^^^^^^^^^^^^^^^^ ListensOnLoopback 💡
#--- the good example of its page
FROM python:3.13-slim
CMD ["flask", "run", "--host=0.0.0.0"]
#--- however it is started
FROM python:3.13-slim AS a
CMD ["python", "-m", "uvicorn", "app:app", "--port", "80"]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ListensOnLoopback 💡
FROM python:3.13-slim AS b
CMD poetry run gunicorn app:app -w 4
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ListensOnLoopback 💡
FROM node:24 AS c
CMD ["npx", "vite"]
#   ^^^^^^^^^^^^^^^ ListensOnLoopback 💡
FROM python:3.13-slim AS d
ENTRYPOINT ["python", "manage.py"]
CMD ["runserver"]
#   ^^^^^^^^^^^^^ ListensOnLoopback 💡
FROM python:3.13-slim
CMD ["python3", "./manage.py", "runserver", "8000"]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ListensOnLoopback 💡
#--- told to listen on this machine only
FROM php:8.5-cli AS a
CMD ["php", "-S", "localhost:8000", "-t", "public"]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ListensOnLoopback 💡
FROM python:3.13-slim
CMD ["uvicorn", "app:app", "--host", "127.0.0.1"]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ListensOnLoopback 💡
#--- told otherwise, by a flag, a file or a variable
FROM python:3.13-slim AS a
ENV FLASK_RUN_HOST=0.0.0.0
CMD ["flask", "run"]
FROM python:3.13-slim AS b
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
FROM python:3.13-slim AS c
CMD ["gunicorn", "-c", "conf.py", "app:app"]
FROM python:3.13-slim AS d
CMD ["gunicorn", "--bind", ":8000", "app:app"]
FROM php:8.5-cli AS e
CMD ["php", "-S", "0.0.0.0:8000"]
FROM a
CMD flask db upgrade && flask run --host $HOST
#--- other programs, and a CMD that does not count
FROM python:3.13-slim
CMD ["flask", "run"]
CMD ["python", "app.py"]
FROM node:24
CMD ["npx", "vite", "build"]
#--- only the arguments of an ENTRYPOINT below
FROM python:3.13-slim AS base
ENTRYPOINT ["uvicorn"]
FROM base
CMD ["app:app"]
#   ^^^^^^^^^^^ ListensOnLoopback 💡
