"""The desktop: panels, the desk that connects them with the services, and the look."""
