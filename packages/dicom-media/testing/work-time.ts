/** Milliseconds that this thread has worked so far: unlike a clock, it stands while the machine does something else. */
export function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
