import type { Place } from "./place";

/**
 * The configuration of the embedded server, rewritten at every start: no TCP listener where a socket will do, SCRAM only,
 * nothing of what was asked or stored in its log, nothing acknowledged before it is on disk.
 */
export function settings(place: Place, durable: boolean): string {
  const flag = durable ? "on" : "off";
  const lines = {
    listen_addresses: place.tcpPort === null ? "''" : "'127.0.0.1'",
    port: place.tcpPort ?? 5432,
    unix_socket_directories: place.tcpPort === null ? quoted(place.socketDir) : "''",
    unix_socket_permissions: "0700",
    password_encryption: "'scram-sha-256'",
    max_connections: 100,
    shared_buffers: "'128MB'",
    max_parallel_workers_per_gather: 0,
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    fsync: flag,
    full_page_writes: flag,
    synchronous_commit: flag,
    // Not even errors: "invalid input syntax" repeats what was typed. The product logs their codes.
    log_min_messages: "'log'",
    log_statement: "'none'",
    log_min_duration_statement: -1,
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_min_error_statement: "'panic'",
    log_error_verbosity: "'terse'",
    log_connections: "''",
    log_disconnections: "off",
    log_checkpoints: "off",
  };
  const text = Object.entries(lines).map(([name, value]) => `${name} = ${value}`);
  return `# Written at every start; edit scripts/postgres/settings.ts instead.\n${text.join("\n")}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
