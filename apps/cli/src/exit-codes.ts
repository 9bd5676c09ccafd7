/** What a script can tell from the exit code; documented in docs/cli.md. */
export const EXIT = {
  ok: 0,
  /** It was tried and did not work; the message says why and what to do. */
  failed: 1,
  /** The command line, a mapping file or a setting is wrong; nothing was tried. */
  usage: 2,
  /** An import took no row at all, or with `--strict` refused at least one. */
  rejected: 3,
  /** Another process, usually the running server, holds the data folder. */
  homeInUse: 4,
  /** Stopped by Ctrl-C or SIGTERM; nothing half-done stays visible. */
  interrupted: 130,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
