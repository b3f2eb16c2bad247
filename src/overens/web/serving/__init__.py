"""What stands around the pages: the library they read, what every request meets on its way in and out, and the server."""
