"""The rules of netsheet as pure functions over values: no clock, files, XML, zip, Click or Jinja."""
