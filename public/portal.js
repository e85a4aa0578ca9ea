// Small helps where scripts run; every page works without them.
