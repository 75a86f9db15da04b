"""What a place lies in is asked for without naming the tree."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0001_first"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="treeclosure",
            name="closure_tree_desc",
        ),
        migrations.AddIndex(
            model_name="treeclosure",
            index=models.Index(fields=["descendant", "tree"], name="closure_desc_tree"),
        ),
    ]
