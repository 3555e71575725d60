<?php
// A guest book in a database.
$db = new PDO('sqlite:' . __DIR__ . '/guests.db');
$db->exec('create table if not exists guests (name text)');
if (isset($_GET['name'])) {
    $db->prepare('insert into guests values (?)')->execute([mb_strtoupper($_GET['name'])]);
}
foreach ($db->query('select name from guests order by name', PDO::FETCH_COLUMN, 0) as $name) {
    echo htmlspecialchars($name), "\n";
}
