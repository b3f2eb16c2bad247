"""What programs ask: the library as resources, with a description that machines read, in the manner of DIGG's REST API profile."""
