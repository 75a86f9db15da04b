"""The only place where everything meets: settings, addresses and the WSGI door."""
