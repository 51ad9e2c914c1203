import { workerData } from 'node:worker_threads';

// A thread of its own: while a codec is caught in a loop, the process cannot hear that its pool has died.

const LOOK_MS = 1000;
const { parentId, groupId } = workerData as { parentId: number; groupId: number };

setInterval(() => {
  if (process.ppid !== parentId) process.kill(groupId, 'SIGKILL');
}, LOOK_MS);
