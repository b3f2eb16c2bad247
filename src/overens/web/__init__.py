"""The portal: the library's answers as pages, pictures and files over HTTP."""
