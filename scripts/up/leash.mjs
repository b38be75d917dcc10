// Loaded into each server process: when whoever started it is gone, however it went, so is the server and its port.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
