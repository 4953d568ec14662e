// Tasks of the setup console that console.mjs calls, with its browser: what else REST and JMX do.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

/** An app that describes itself has a URL for an id, and may have an ampersand in it. */
export async function appWhoseIdIsAnAddress({ admin, base, done }) {
  const id = 'https://agents.example/app?part=3&kind=desk#x';
  await admin.goto(base + '/setup/app?preset=postman');
  await admin.fill('#clientId', id);
  await admin.fill('#label', 'Agent at an address');
  await admin.click('#save');
  await done(admin, 'client.create');
  assert.equal(await admin.inputValue('#clientId'), id);
  await admin.goto(base + '/setup/apps');
  await admin.getByRole('row').filter({ hasText: id }).getByRole('link').first().click();
  assert.equal(await admin.inputValue('#clientId'), id);
  await admin.getByRole('link', { name: 'Try a connection of this app' }).click();
  assert.equal(await admin.inputValue('#client'), id);
  await admin.goto(base + '/setup/connections');
  await admin.getByRole('link', { name: 'Agent at an address' }).click();
  assert.equal(new URL(admin.url()).searchParams.get('client'), id);
}

/** The setup as a document: taken along, planned, applied on the basis of the plan, compared. */
export async function setupAsFiles({ admin, base, accessible, done, said }) {
  await admin.goto(base + '/setup/files');
  const [download] = await Promise.all([admin.waitForEvent('download'), admin.getByRole('link', { name: 'Download the setup' }).click()]);
  const whole = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.ok(whole.parts.apps.inspector);

  const send = async (text) => {
    await admin.setInputFiles('#file', { name: 'setup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await admin.click('#plan');
  };
  await admin.click('#plan');
  assert.deepEqual(await said(admin), ['file: choose a document']);
  await send('{');
  assert.deepEqual(await said(admin), ['This is no setup. This is not JSON in UTF-8.']);
  await send('{"format": 2, "parts": {}}');
  assert.deepEqual(await said(admin), ['format: the format is 1']);
  await send(' '.repeat(2 * 1024 * 1024 + 1));
  assert.deepEqual(await said(admin), ['file: a document has at most 2 MiB']);
  await send(JSON.stringify({ format: 1, parts: { limits: { 'from-a-file': { sise: 5 } } } }));
  assert.match((await said(admin)).join(), /limits\/from-a-file.*sise/);

  const limit = { description: '<img src=x onerror=document.title="run">', enabled: false, measure: 'CALLS', size: 5, window: 'DAY', only: {}, each: ['PERSON'] };
  const document = JSON.stringify({ format: 1, parts: { limits: { 'from-a-file': limit } } });
  await send(document);
  assert.match(await admin.locator('#planned').innerText(), /One thing would change\.[^]*new\s+limits\s+from-a-file[^]*"size" : 5[^]*stay: [^]*limits\/rows-per-person/);
  await accessible(admin, 'files');
  const other = await admin.context().newPage();
  await other.goto(base + '/setup/role');
  await other.fill('#name', 'WhileAPlanWaits');
  await other.fill('#label', 'While a plan waits');
  await other.click('#save');
  await done(other, 'role.save');
  await admin.click('#apply');
  await done(admin, 'setup.apply');
  await send(document);
  assert.match(await admin.locator('#planned').innerText(), /Nothing would change/);

  await admin.goto(base + '/setup/limit?name=from-a-file');
  await admin.fill('#size', '6');
  await admin.click('#save');
  await done(admin, 'limit.update');
  await admin.goto(base + '/setup/files');
  await admin.click('#compare');
  assert.match(await admin.locator('#drift').innerText(), /by admin[^]*changed\s+limits\s+from-a-file[^]*"size" : 5[^]*"size" : 6/);
  await send(document);
  assert.match(await admin.locator('#planned').innerText(), /changed\s+limits\s+from-a-file/);
  await other.goto(base + '/setup/limit?name=from-a-file');
  await other.click('#delete');
  await done(other, 'limit.delete');
  await admin.click('#apply');
  assert.match((await said(admin)).join(), /The setup has changed since that plan was made/);
  await other.goto(base + '/setup/role?name=WhileAPlanWaits');
  await other.click('#delete');
  await other.close();
}

/** Permission sets that are given together, for a while, without what the group mutes; and the end of one session of a person. */
export async function groupsOfPermissionSets({ admin, base, accessible, done, said, person }) {
  for (const name of ['BrowserMember', 'BrowserMuting']) {
    await admin.goto(base + '/setup/permission-set');
    await admin.fill('[id="set:name"]', name);
    await admin.fill('[id="set:label"]', name);
    if (name === 'BrowserMuting') {
      await admin.getByLabel('Says what a group of sets takes away').check();
    }
    await admin.locator('[id="set:save"]').click();
    await done(admin, 'permission-set.create');
  }
  await admin.goto(base + '/setup/permissions');
  await admin.getByRole('link', { name: 'New permission set group' }).click();
  await admin.fill('#name', 'Browser bundle');
  await admin.fill('#label', '<img src=x onerror=document.title="run">');
  await admin.getByLabel('BrowserMember').check();
  await admin.selectOption('#muting', 'BrowserMuting');
  await admin.click('#save');
  assert.match((await said(admin)).join(), /^name: /);
  await admin.fill('#name', 'BrowserBundle');
  await accessible(admin, 'permission-set-group');
  await admin.click('#save');
  await done(admin, 'permission-set-group.create');
  assert.match(await admin.locator('main').innerText(), /BrowserBundle[^]*\[BrowserMember\] · muted by BrowserMuting/);
  await admin.goto(base + '/setup/permission-set-group?name=BrowserBundle');
  assert.ok(await admin.getByLabel('BrowserMember').isChecked());

  const rep = await person('rep.west.5', 'gatehouse');
  await admin.goto(base + '/setup/find?q=rep.west.5');
  await admin.getByRole('link', { name: 'rep.west.5', exact: true }).click();
  await admin.selectOption('#set', { label: 'BrowserBundle (group)' });
  await admin.fill('#until', '2020-01-01T00:00');
  await admin.click('#assign');
  assert.match((await said(admin)).join(), /expiresAt: write a moment to come/);
  await admin.fill('#until', '2100-01-01T00:00');
  await admin.click('#assign');
  await done(admin, 'permission-set-group.assign');
  assert.match(await admin.locator('main').innerText(), /BrowserBundle \(group\)\s+until 2100-01-01T00:00:00Z/);
  await admin.selectOption('#set', 'BrowserMember');
  await admin.fill('#until', '2100-02-01T00:00');
  await admin.click('#assign');
  await done(admin, 'permission-set.assign');
  assert.match(await admin.locator('main').innerText(), /BrowserMember\s+until 2100-02-01T00:00:00Z/);
  await accessible(admin, 'person-with-groups');
  await admin.getByRole('button', { name: 'Take away the group BrowserBundle' }).click();
  await done(admin, 'permission-set-group.unassign');
  await admin.getByRole('button', { name: 'Take away BrowserMember' }).click();
  await done(admin, 'permission-set.unassign');

  assert.equal((await rep.goto(base + '/security')).status(), 200);
  assert.equal(new URL(rep.url()).pathname, '/security');
  const open = admin.getByRole('button', { name: /^End the session since / });
  while (await open.count() > 0) {
    await open.first().click();
    await done(admin, 'session.end');
  }
  await rep.goto(base + '/security');
  assert.equal(new URL(rep.url()).pathname, '/login', 'G11 the session is over');
  await rep.context().close();

  await admin.goto(base + '/setup/permission-set-group?name=BrowserBundle');
  await admin.click('#delete');
  await done(admin, 'permission-set-group.delete');
  for (const name of ['BrowserMember', 'BrowserMuting']) {
    await admin.goto(base + '/setup/permission-set?name=' + name);
    await admin.locator('[id="set:delete"]').click();
    await done(admin, 'permission-set.delete');
  }
}

/** The most that agents may do through an app: what is unticked, hidden, masked; nothing is narrowed by a ceiling that is saved as it began. */
export async function ceilingOverAnApp({ admin, base, accessible, done, said }) {
  await admin.goto(base + '/setup/app?id=cursor');
  await admin.getByRole('link', { name: 'The most that agents may do through it' }).click();
  const contact = admin.locator('details', { has: admin.locator('summary', { hasText: /^Contact/ }) });
  assert.match(await contact.locator('summary').innerText(), /read, create, edit, delete$/);
  await contact.locator('summary').click();
  await contact.getByLabel('delete', { exact: true }).uncheck();
  await contact.getByLabel(/^Fields, one a line/).fill('Phone invisible');
  await admin.locator('[id="ceiling:save"]').click();
  assert.match((await said(admin)).join(), /^Contact\/fields: write each field once/);
  await contact.locator('summary').click();
  await contact.getByLabel(/^Fields, one a line/).fill('PersonalEmail mask dots\nFone hidden');
  await admin.locator('[id="ceiling:save"]').click();
  assert.match((await said(admin)).join(), /Contact has no field 'Fone'/);
  await contact.locator('summary').click();
  await contact.getByLabel(/^Fields, one a line/).fill('PersonalEmail mask dots\nPhone hidden');
  await accessible(admin, 'ceiling');
  const other = await admin.context().newPage();
  await other.goto(base + '/setup/ceiling?client=cursor');
  await admin.locator('[id="ceiling:save"]').click();
  await done(admin, 'ceiling.save');
  assert.match(await admin.getByRole('listitem').filter({ hasText: 'cursor' }).last().innerText(), /leaves \d+ objects/);
  await accessible(admin, 'ceilings');
  await other.locator('[id="ceiling:save"]').click();
  assert.match((await said(other)).join(), /changed, gone or been made since you read it/);
  await other.close();
  await admin.goto(base + '/setup/ceiling?client=cursor');
  assert.match(await contact.locator('summary').innerText(), /read, create, edit; narrowed$/);
  await contact.locator('summary').click();
  assert.equal(await contact.getByLabel(/^Fields, one a line/).inputValue(), 'PersonalEmail mask dots\nPhone hidden');
  await admin.locator('[id="ceiling:delete"]').click();
  await done(admin, 'ceiling.delete');
}

/** An app that may call some tools of a server only, and its logo. */
export async function toolsAndLogoOfAnApp({ admin, base, accessible, done, said }) {
  await admin.goto(base + '/setup/app?id=cursor');
  await admin.getByLabel(/^Every active MCP server/).uncheck();
  await admin.locator('[id="servers"]').getByLabel('platform/object-reads').check();
  const tools = admin.locator('details', { has: admin.locator('summary', { hasText: 'Tools of platform/object-reads' }) });
  assert.match(await tools.locator('summary').innerText(), /every tool$/);
  await tools.locator('summary').click();
  await tools.getByLabel('Only these tools').check();
  await tools.getByLabel('soqlQuery', { exact: true }).check();
  await admin.fill('#logo', 'javascript:document.title="run"');
  await admin.click('#save');
  assert.deepEqual(await said(admin), ['logoUri: a logo is an https URL']);
  await admin.fill('#logo', 'https://cursor.example/logo.svg');
  await admin.click('#save');
  await done(admin, 'client.update');
  assert.equal(await admin.inputValue('#logo'), 'https://cursor.example/logo.svg');
  assert.match(await tools.locator('summary').innerText(), /platform\/object-reads soqlQuery$/);
  await tools.locator('summary').click();
  await accessible(admin, 'app-with-chosen-tools');
  await tools.getByLabel('Only these tools').uncheck();
  await admin.getByLabel(/^Every active MCP server/).check();
  await admin.fill('#logo', '');
  await admin.click('#save');
  await done(admin, 'client.update');
}

/** A provider that people sign in by: its secret is written and never shown, and goes to no other issuer. */
export async function identityProvider({ admin, base, accessible, done, said, browser }) {
  await admin.goto(base + '/setup/providers');
  await admin.getByRole('link', { name: 'Add a provider' }).click();
  await admin.fill('#name', 'browser-corp');
  await admin.fill('#label', 'Browser Corp');
  await admin.fill('#issuer', 'http://corp.example');
  await admin.fill('#clientId', 'gatehouse');
  await admin.click('#save');
  assert.deepEqual(await said(admin), ['issuer: an issuer is an https URL; http is for this machine only', 'clientSecret: this is needed for a new provider, and for another issuer']);
  await admin.fill('#issuer', 'https://corp.example');
  await admin.fill('#secret', 'the secret of corp');
  await accessible(admin, 'provider');
  await admin.click('#save');
  await done(admin, 'provider.save');
  assert.match(await admin.locator('main').innerText(), /browser-corp\s+Sign in with Browser Corp\s+https:\/\/corp\.example\s+inactive/);
  await accessible(admin, 'providers');
  await admin.getByRole('link', { name: 'browser-corp' }).click();
  assert.equal(await admin.inputValue('#secret'), '');
  assert.ok(!(await admin.content()).includes('the secret of corp'));
  await admin.getByLabel('Active: the sign-in page offers it').check();
  await admin.click('#save');
  await done(admin, 'provider.save');
  await admin.goto(base + '/setup/provider?name=browser-corp');
  await admin.fill('#issuer', 'https://elsewhere.example');
  await admin.click('#save');
  assert.deepEqual(await said(admin), ['clientSecret: this is needed for a new provider, and for another issuer']);
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(base + '/login');
  assert.equal(await guest.getByRole('button', { name: 'Sign in with Browser Corp' }).count(), 1);
  await guest.context().close();
  await admin.goto(base + '/setup/search?type=SetupAuditTrail&object=browser-corp');
  assert.match(await admin.locator('table').innerText(), /provider\.save/);
  assert.ok(!(await admin.content()).includes('the secret of corp'));
  await admin.goto(base + '/setup/provider?name=browser-corp');
  await admin.click('#delete');
  await done(admin, 'provider.remove');
}

/** The keys that sign: their state, the next one, and the end of one. */
export async function signingKeys({ admin, base, accessible, done, said }) {
  await admin.goto(base + '/setup/keys');
  const waiting = admin.getByRole('row').filter({ hasText: 'waits to sign' });
  if (await waiting.count() === 0) {
    await admin.click('#rotate');
    await done(admin, 'signing-key.rotate');
  }
  assert.equal(await waiting.count(), 1);
  await admin.click('#rotate');
  assert.deepEqual(await said(admin), ['The next key is published already and waits to sign.']);
  await accessible(admin, 'keys');
  await waiting.getByRole('button', { name: /^Remove the key/ }).click();
  await done(admin, 'signing-key.remove');
  assert.equal(await waiting.count(), 0);
}
