ADD {{URL}} /tmp/
RUN dpkg -i /tmp/{{PACKAGE}} && rm /tmp/{{PACKAGE}}
