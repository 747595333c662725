#--- the bad example of its page
FROM debian:13
RUN echo 'export PATH=/opt/tool/bin:$PATH' >> ~/.bashrc
#                                             ^^^^^^^^^ ProfileNotRead 💡
#--- the good example of its page
FROM debian:13
ENV PATH="/opt/tool/bin:$PATH"
#--- shells of people read them
FROM debian:13
SHELL ["/bin/bash", "-lc"]
RUN echo "export A=b" >> /root/.profile
FROM debian:13
RUN echo "export A=b" >> /root/.bashrc
CMD ["bash"]
#--- what is no variable
FROM debian:13
RUN echo "set -o vi" >> /root/.bashrc && echo "A=b" > /etc/tool.conf
RUN cat /etc/a >> ~/.bashrc
#--- what only people have a use for
FROM debian:13
RUN echo "export PROMPT_COMMAND='history -a'" >> /root/.bashrc
RUN echo "PS1='> '" >> /root/.bashrc && echo "export HISTFILE=/history/bash" >> /root/.bashrc
