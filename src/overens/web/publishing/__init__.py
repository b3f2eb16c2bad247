"""The portal's pages and their files -> the same as plain files in a folder, for any web server."""
