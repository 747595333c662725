#--- the bad example of its page
FROM python:3.13-slim
CMD ["flask", "run", "--host=0.0.0.0"]
#--- however it is started
FROM python:3.13-slim AS a
CMD ["python", "-m", "uvicorn", "app:app", "--port", "80", "--host=0.0.0.0"]
FROM python:3.13-slim AS b
CMD poetry run gunicorn app:app -w 4 --bind=0.0.0.0:8000
FROM node:24 AS c
CMD ["npx", "vite", "--host=0.0.0.0"]
FROM python:3.13-slim AS d
ENTRYPOINT ["python", "manage.py"]
CMD ["runserver", "0.0.0.0:8000"]
FROM python:3.13-slim
CMD ["python3", "./manage.py", "runserver", "0.0.0.0:8000"]
#--- told to listen on this machine only
FROM php:8.5-cli AS a
CMD ["php", "-S", "0.0.0.0:8000", "-t", "public"]
FROM python:3.13-slim
CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
#--- only the arguments of an ENTRYPOINT below
FROM python:3.13-slim AS base
ENTRYPOINT ["uvicorn"]
FROM base
CMD ["app:app", "--host=0.0.0.0"]
