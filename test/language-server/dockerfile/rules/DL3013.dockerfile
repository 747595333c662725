#--- the bad example of its page
FROM python:3.14
RUN pip install flask
#               ^^^^^ DL3013
#--- the good example of its page
FROM python:3.14
RUN pip install flask==3.1.0
#--- the pip of one Python
FROM python:3.13
RUN pip3.13 install flask
#                   ^^^^^ DL3013
RUN pip3.13 install flask==3.1.0
#--- a Python of one version
FROM python:3.14.0
RUN python3.9 -m pip install a
#                            ^ DL3013
RUN pip3.6 install a
#                  ^ DL3013
RUN python3.9 -m pip install a==1
