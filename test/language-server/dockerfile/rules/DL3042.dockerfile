#--- the bad example of its page
FROM python:3.14
RUN pip install flask==3.1.0
#   ^^^^^^^^^^^^^^^^^^^^^^^^ DL3042 💡
#--- the good example of its page
FROM python:3.14
RUN pip install --no-cache-dir flask==3.1.0
