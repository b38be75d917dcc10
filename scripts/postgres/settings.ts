import { totalmem } from "node:os";
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
    shared_buffers: `'${sharedMegabytes()}MB'`,
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

/**
 * A sixteenth of the memory this computer or container has, from what PostgreSQL takes by itself up to where a registry of 200,000
 * people fits: with less its indexes are read again and again while a large file comes in.
 */
function sharedMegabytes(): number {
  const limit = process.constrainedMemory();
  const bytes = limit > 0 ? Math.min(totalmem(), limit) : totalmem();
  return Math.min(1024, Math.max(128, Math.floor(bytes / 16 / 2 ** 20)));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
