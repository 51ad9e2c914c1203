import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generatedDocs } from './generate-docs.ts';

const docs = generatedDocs();

test.each(Object.keys(docs))('%s is what the program says now (else: npm run generate)', (file) => {
  expect(readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8')).toBe(docs[file]);
});

test('every refusal that an endpoint lists is in OpenAPI under its status', () => {
  const { paths } = JSON.parse(docs['docs/openapi.json'] ?? '') as {
    paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>>;
  };
  expect(paths['/api/requests']?.post?.responses['409']?.description).toBe('contact-not-confirmed');
  expect(Object.keys(paths).length).toBeGreaterThan(30);
});
