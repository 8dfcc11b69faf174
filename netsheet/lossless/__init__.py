"""What both engines need to write without loss: the zip file, bytes of XML, the proof of values, refusals."""
