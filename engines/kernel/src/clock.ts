/** Reads the time. Only the server's adapter looks at the machine's clock; everything else is handed one of these. */
export type Clock = { now(): Date }
